import { Fragment } from "react";
import { useWords } from "../../app/context.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { shellWords } from "../words/table.ts";
import { useKeyList, type KeyPlace } from "./Keys.tsx";
import "./keys.css";

/** Every key that works just now. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(shellWords);
  const list = useKeyList();
  const places: readonly (readonly [KeyPlace, string])[] = [
    ["page", words.keysHere],
    ["everywhere", words.keysEverywhere],
  ];
  return (
    <Dialog title={words.keys} onClose={onClose}>
      {places
        .filter(([place]) => list(place).length > 0)
        .map(([place, title]) => (
          <section key={place} className="keys">
            <h3>{title}</h3>
            <dl>
              {list(place).map(({ keys, label }) => (
                <div key={keys}>
                  <dt>
                    {keys.split(" ").map((key, i) => (
                      <Fragment key={key}>
                        {i > 0 && " "}
                        <kbd>{key}</kbd>
                      </Fragment>
                    ))}
                  </dt>
                  <dd>{label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
    </Dialog>
  );
}
