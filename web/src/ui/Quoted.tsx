import classes from "./Quoted.module.css";

// A sentence of the server with names in backquotes, as it writes them for terminals too.
export function Quoted({ text }: { text: string }) {
  return (
    <>
      {text.split("`").map((part, place) =>
        place % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never move
          <code key={place} className={classes.name}>
            {part}
          </code>
        ) : (
          part
        ),
      )}
    </>
  );
}
