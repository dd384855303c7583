import { requestMachine } from "@breakwater/casework";
import { receiveAuthorityRequest } from "@breakwater/contract";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { ObjectList } from "../objects/ObjectList.tsx";
import { useOpening } from "../objects/opening.ts";
import { OpeningButton } from "../objects/OpeningButton.tsx";
import { useRequestOffers } from "./offers.ts";
import { requestObject } from "./request-object.ts";
import { requestWords } from "./words.ts";

export function AuthorityPage() {
  const words = useWords(requestWords);
  const format = useFormat();
  const offers = useRequestOffers();
  return (
    <ObjectList
      object={requestObject}
      opening={
        <OpeningButton
          availability={useOpening(requestMachine, "receive")}
          route={receiveAuthorityRequest}
          path={requestObject.path}
          words={words.receive}
          fields={words.fields}
          offers={offers}
        />
      }
      toRow={({ authority, country, channel, items, userTold }) => ({
        name: authority === "" ? words.title : authority,
        facts: [country, words.items(format.number(items), items), words.told[userTold ?? "not_yet"]],
        tags: channel === "informal" && <Tag tone="warn">{words.channels.informal}</Tag>,
      })}
    />
  );
}
