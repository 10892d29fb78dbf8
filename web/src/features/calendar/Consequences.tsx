import { CircleCheck, TriangleAlert } from "lucide-react";
import { sentence } from "@/api/problem";
import type { Consequence } from "@/api/types";
import classes from "./Calendar.module.css";

// What an absence uncovers. Only what leaves a hole is a warning; that a cover takes over is how it should be.
export function Consequences({ consequences }: { consequences: readonly Consequence[] }) {
  if (consequences.length === 0) {
    return (
      <p className={classes.fine}>
        <CircleCheck size={16} aria-hidden="true" /> Everything stays covered.
      </p>
    );
  }
  return (
    <ul className={classes.consequences}>
      {consequences.map(({ kind, text }) => (
        <li key={text} data-hole={kind.startsWith("nobody") ? "" : undefined}>
          <TriangleAlert size={16} aria-hidden="true" />
          <span>{sentence(text.replaceAll("`", ""))}</span>
        </li>
      ))}
    </ul>
  );
}
