import { listSettings } from "@breakwater/contract";
import { useRoute } from "../../../api/queries.ts";
import { useConsole, useFormat, useWords } from "../../../app/context.tsx";
import { Awaited } from "../../../ui/Awaited.tsx";
import { Row, Rows } from "../../../ui/Rows.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { nameOf } from "../../../words/terms.ts";
import { SettingValue } from "../settings/SettingsPage.tsx";
import { detectorWords } from "./words.ts";

const table = "detection.";

/** What of the detector is set in the file, and between which ends. */
export function Options() {
  const words = useWords(detectorWords);
  const format = useFormat();
  const mayRead = useConsole().me.scopes.includes("access:read");
  const reading = useRoute(listSettings, {}, { isWanted: mayRead });
  const { data } = reading;
  // As the file would have it: what is small must not be rounded away.
  const toPlain = (value: number): string => (value < 1000 ? String(value) : format.number(value));
  const options = (data?.items ?? []).filter(({ option }) => option.startsWith(table));
  return (
    <Sheet title={words.options}>
      <p className="quiet small">{mayRead ? words.optionsHint : words.optionsNotYours}</p>
      <Awaited what={words.options} reading={reading} />
      <Rows label={words.options}>
        {options.map(({ option, value, range }) => (
          <Row
            key={option}
            title={<code>{option}</code>}
            facts={[
              nameOf(words.told, option.slice(table.length)),
              range === null ? null : words.range(toPlain(range.least), toPlain(range.most)),
            ]}
          >
            <SettingValue value={value} />
          </Row>
        ))}
      </Rows>
    </Sheet>
  );
}
