import { useNow } from "./clock";
import { useWords } from "./engagement";
import { absoluteTime, relativeTime } from "./format";

// Every time on the screen: how long ago, with the exact instant in the engagement's zone behind it.
export function Time({ at, className }: { at: string; className?: string }) {
  const now = useNow();
  const zone = useWords().engagement.time_zone;
  return (
    <time dateTime={at} title={absoluteTime(at, zone)} className={className}>
      {relativeTime(at, now, zone)}
    </time>
  );
}

export function ExactTime({ at, className }: { at: string; className?: string }) {
  const now = useNow();
  const zone = useWords().engagement.time_zone;
  return (
    <time dateTime={at} title={relativeTime(at, now, zone)} className={className}>
      {absoluteTime(at, zone)}
    </time>
  );
}
