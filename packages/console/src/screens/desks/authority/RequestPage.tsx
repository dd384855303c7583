import { useParams } from "@tanstack/react-router";
import { useWords } from "../../../app/context.tsx";
import { People } from "../../../ui/Person.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Moment } from "../../../ui/Time.tsx";
import { nameOf } from "../../../words/terms.ts";
import { ObjectPage, type CommandOffer } from "../objects/ObjectPage.tsx";
import { useRequestOffers } from "./offers.ts";
import { requestObject, type RequestView } from "./request-object.ts";
import { requestWords } from "./words.ts";

export function RequestPage() {
  const { id } = useParams({ from: "/desks/authority/$id" });
  const words = useWords(requestWords);
  const offers = useRequestOffers();
  const offer = ({ content }: RequestView, command: string): CommandOffer => {
    if (command === "resubmit") return { initial: content, offers };
    if (command === "propose_answer") {
      return {
        initial: { items: content.items },
        offers: { items: { choices: content.items.map((item) => [item, item]) } },
      };
    }
    const missing = ["authority", "country", "legalBasis", "explanation", "items", "asksFor", "redress"] as const;
    return { offers: { missing: { choices: missing.map((name) => [name, words.fields[name].label]) } } };
  };
  return (
    <ObjectPage
      object={requestObject}
      id={id}
      title={({ authority }) => (authority === "" ? words.name(id) : authority)}
      tags={({ channel, userTold }) => (
        <>
          {channel === "informal" && <Tag tone="warn">{words.channels.informal}</Tag>}
          <Tag tone={userTold === "told" ? "good" : "plain"}>
            {words.tellingUser}: {words.told[userTold ?? "not_yet"]}
          </Tag>
        </>
      )}
      offer={offer}
    >
      {(view) => (
        <>
          <What view={view} />
          <Items view={view} />
        </>
      )}
    </ObjectPage>
  );
}

type WithView = { readonly view: RequestView };

function What({ view: { content, missing, handledBy } }: WithView) {
  const words = useWords(requestWords);
  const { fields } = words;
  return (
    <Sheet title={words.asks}>
      {content.asksFor.includes("identity") && <p className="warning">{words.neverIdentity}</p>}
      <ul className="chips">
        {content.asksFor.map((one) => (
          <li key={one}>
            <Tag>{nameOf(words.asked, one)}</Tag>
          </li>
        ))}
      </ul>
      {content.explanation !== "" && <p className="quote">{content.explanation}</p>}
      <Facts
        facts={[
          content.legalBasis === "" ? null : [fields.legalBasis.label, content.legalBasis],
          content.country === "" ? null : [fields.country.label, content.country],
          [fields.channel.label, words.channels[content.channel]],
          content.redress === "" ? null : [fields.redress.label, content.redress],
          content.deadline === null ? null : [fields.deadline.label, <Moment key="at" at={content.deadline} />],
          [
            words.secrecyUntil,
            content.secrecy === null ? (
              words.noSecrecy
            ) : (
              <span key="until">
                <Moment at={content.secrecy.until} /> ({content.secrecy.basis})
              </span>
            ),
          ],
          missing.length === 0 ? null : [words.missing, missing.map((name) => labelOf(name, fields)).join(" · ")],
          handledBy.length === 0 ? null : [words.handledBy, <People key="people" ids={handledBy} />],
        ]}
      />
    </Sheet>
  );
}

function labelOf(name: string, fields: Readonly<Record<string, { readonly label: string }>>): string {
  return fields[name]?.label ?? name;
}

function Items({ view: { content, proposal, answeredItems } }: WithView) {
  const words = useWords(requestWords);
  const stateOf = (item: string) => {
    if (answeredItems.includes(item)) return <Tag tone="good">{words.answered}</Tag>;
    if (proposal?.items.includes(item) === true) return <Tag tone="act">{words.proposed}</Tag>;
    return <Tag>{words.notAnswered}</Tag>;
  };
  return (
    <Sheet title={words.fields.items.label}>
      {content.items.length === 0 && <p className="quiet">{words.noItems}</p>}
      <ul className="item-lines">
        {content.items.map((item) => (
          <li key={item}>
            <span className="id">{item}</span> {stateOf(item)}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
