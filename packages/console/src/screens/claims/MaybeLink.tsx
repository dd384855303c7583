/** A text that may be an address: a link only where it leads to a page of the web. `name` is shown in its stead. */
export function MaybeLink({ text, name = text }: { readonly text: string; readonly name?: string }) {
  if (!/^https?:\/\/[^\s]+$/i.test(text)) return <>{text}</>;
  return (
    <a href={text} rel="noreferrer nofollow" target="_blank">
      {name}
    </a>
  );
}
