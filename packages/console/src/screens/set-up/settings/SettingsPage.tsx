import { listSettings, type setting } from "@breakwater/contract";
import type { z } from "zod";
import { useRoute } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Awaited } from "../../../ui/Awaited.tsx";
import { CopyText } from "../../../ui/CopyText.tsx";
import { Row, Rows } from "../../../ui/Rows.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { languageNames, languages } from "../../../words/languages.ts";
import { SetUpFrame } from "../SetUpFrame.tsx";
import { settingsWords } from "./words.ts";

type Setting = z.infer<typeof setting>;

export function SettingsPage() {
  const words = useWords(settingsWords);
  const format = useFormat();
  return (
    <SetUpFrame part="settings">
      <div className="columns">
        <div className="stack">
          <Options />
        </div>
        <div className="stack">
          <Sheet title={words.languages}>
            <p>{format.list(languages.map((language) => languageNames[language]))}</p>
            <p className="quiet small">{words.languagesText}</p>
          </Sheet>
        </div>
      </div>
    </SetUpFrame>
  );
}

function Options() {
  const words = useWords(settingsWords);
  const reading = useRoute(listSettings, {});
  const { data } = reading;
  const tables = [...new Set((data?.items ?? []).map(({ option }) => toTable(option)))];
  return (
    <>
      <p>{words.hint}</p>
      <p className="small">{words.howTo}</p>
      <CopyText text="breakwater doctor --config breakwater.toml" />
      <p className="quiet small">{words.explained}</p>
      <Awaited what={words.theSettings} reading={reading} />
      {tables.map((table) => (
        <Sheet key={table} title={`[${table}]`}>
          <Rows label={table}>
            {(data?.items ?? [])
              .filter(({ option }) => toTable(option) === table)
              .map((one) => (
                <Option key={one.option} setting={one} />
              ))}
          </Rows>
        </Sheet>
      ))}
    </>
  );
}

function Option({ setting }: { readonly setting: Setting }) {
  const words = useWords(settingsWords);
  return (
    <Row
      title={<code>{setting.option.slice(setting.option.indexOf(".") + 1)}</code>}
      tags={!setting.isDefault && <Tag tone="act">{words.given}</Tag>}
    >
      <SettingValue value={setting.value} />
    </Row>
  );
}

/** A value as the file would have it; shared with the pages that show one beside what it does. */
export function SettingValue({ value }: { readonly value: Setting["value"] }) {
  const words = useWords(settingsWords);
  const format = useFormat();
  switch (typeof value) {
    case "number":
      return <span>{format.number(value)}</span>;
    case "boolean":
      return <span>{value ? words.yes : words.no}</span>;
    case "string":
      return value === "" ? <span className="quiet">{words.none}</span> : <span className="id">{value}</span>;
    default:
      return value === null || value.length === 0 ? (
        <span className="quiet">{words.none}</span>
      ) : (
        <span className="id">{format.list(value)}</span>
      );
  }
}

function toTable(option: string): string {
  return option.slice(0, option.indexOf("."));
}
