import { endSession, listSessions } from "@breakwater/contract";
import { useState } from "react";
import { useConsole, useFormat, usePreferenceStore, useWords } from "../app/context.tsx";
import { breakItems, breakMinutes, themes } from "../app/preferences.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog, DialogActions } from "../ui/Dialog.tsx";
import { Failed } from "../ui/Failed.tsx";
import { Choice } from "../ui/Field.tsx";
import { VeilChoice } from "../ui/VeilChoice.tsx";
import { languageNames, languages } from "../words/languages.ts";
import { roleNames } from "../words/roles.ts";
import { shellWords } from "./words/table.ts";

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(shellWords);
  const roles = useWords(roleNames);
  const { me, preferences } = useConsole();
  const format = useFormat();
  const { theme } = usePreferenceStore(preferences);
  return (
    <Dialog title={words.settings} onClose={onClose}>
      <div className="form">
        <p>
          {words.signedInAs(me.name)}
          <br />
          <span className="quiet small">
            {me.roles.length === 0 ? words.noRoles : format.list(me.roles.map((role) => roles[role]))}
          </span>
        </p>
        <Choice
          label={words.language}
          hint={words.keptHere}
          value={format.language}
          options={languages.map((language) => [language, languageNames[language]])}
          onChange={(language) => preferences.set({ language })}
        />
        <Choice
          label={words.theme}
          hint={words.keptHere}
          value={theme}
          options={themes.map((one) => [one, words.themes[one]])}
          onChange={(one) => preferences.set({ theme: one })}
        />
        <BreakChoices />
        <ul className="settings-links">
          <li>
            <a href="/account">{words.account}</a>
          </li>
          {me.scopes.includes("access:manage") && (
            <li>
              <a href="/tokens">{words.tokens}</a>
            </li>
          )}
        </ul>
      </div>
      <SignOut />
    </Dialog>
  );
}

/** Everybody's own: what somebody chooses here, and what is counted for it, leaves the browser by no way. */
function BreakChoices() {
  const words = useWords(shellWords);
  const format = useFormat();
  const { me, preferences } = useConsole();
  const own = usePreferenceStore(preferences);
  const toOption =
    (house: number | null, unit: (n: string, count: number) => string) =>
    <Key extends string>(key: Key): readonly [Key, string] => {
      const say = (n: number): string => unit(format.number(n), n);
      if (key === "never") return [key, words.never];
      return [key, key === "house" ? words.asHouse(house === null ? words.never : say(house)) : say(Number(key))];
    };
  return (
    <fieldset className="form break-settings">
      <legend>{words.breaks}</legend>
      <p className="quiet small">{words.breaksHint}</p>
      <Choice
        label={words.breakAfterItems}
        value={own.breakItems}
        options={breakItems.map(toOption(me.breaks.items, words.pieces))}
        onChange={(one) => preferences.set({ breakItems: one })}
      />
      <Choice
        label={words.breakAfterMinutes}
        value={own.breakMinutes}
        options={breakMinutes.map(toOption(me.breaks.minutes, words.minutes))}
        onChange={(one) => preferences.set({ breakMinutes: one })}
      />
      <VeilChoice />
    </fieldset>
  );
}

function SignOut() {
  const words = useWords(shellWords);
  const { api } = useConsole();
  const [state, setState] = useState<"idle" | "busy" | Error>("idle");
  const signOut = async (): Promise<void> => {
    setState("busy");
    try {
      const { data } = await api.call(listSessions, {});
      const current = data.items.find((session) => session.current);
      if (current !== undefined) await api.call(endSession, { params: { id: current.id } });
      location.assign("/login");
    } catch (error) {
      setState(error instanceof Error ? error : new Error(String(error)));
    }
  };
  return (
    <>
      {state instanceof Error && <Failed error={state} />}
      <DialogActions>
        <Button busy={state === "busy" ? words.signingOut : null} onClick={() => void signOut()}>
          {words.signOut}
        </Button>
      </DialogActions>
    </>
  );
}
