import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { majorsQuery } from "@/api/majors";
import type { ActiveMajor } from "@/api/types";
import { useNow } from "@/ui/clock";
import { useWords } from "@/ui/engagement";
import { ExactTime, Time } from "@/ui/Time";
import { keepPutAway, keyOf, nextUpdate, putAway, spoken } from "./banner";
import classes from "./Majors.module.css";

// Over every page while something is going on that everybody should know of; put away, it is gone for this visit.
export function MajorBanner() {
  const { engagement, isRequester } = useWords();
  const [away, setAway] = useState(putAway);
  const majors = useQuery(majorsQuery(engagement.name)).data ?? [];
  const shown = majors.filter((major) => !away.has(keyOf(engagement.name, major)));
  const dismiss = (major: ActiveMajor) => {
    const next = new Set(away).add(keyOf(engagement.name, major));
    keepPutAway(next);
    setAway(next);
  };
  return (
    <>
      {/* What is read aloud holds no clock: it would be read again every minute. */}
      <div role="status" className="sr">
        {spoken(shown, isRequester)}
      </div>
      {shown.length === 0 ? null : (
        <section className={classes.banner} aria-label={isRequester ? "News of your tickets" : "Going on now"}>
          {shown.map((major) => (
            <div key={major.number} className={classes.line} data-news={isRequester ? "" : undefined}>
              {isRequester ? <News major={major} /> : <Incident major={major} />}
              <button
                type="button"
                aria-label={`Do not show ${major.number} again on this visit`}
                onClick={() => dismiss(major)}
              >
                <span aria-hidden="true">×</span>
              </button>
            </div>
          ))}
        </section>
      )}
    </>
  );
}

function NumberLink({ number }: { number: string }) {
  const { engagement } = useWords();
  return (
    <Link to="/e/$engagement/tickets/$number" params={{ engagement: engagement.name, number }}>
      {number}
    </Link>
  );
}

function Incident({ major }: { major: ActiveMajor }) {
  const { person } = useWords();
  const now = useNow();
  const update = nextUpdate(major.updates, now);
  const lead = major.lead?.person ?? null;
  return (
    <p>
      <strong>
        Major incident <NumberLink number={major.number} />: {major.subject}
      </strong>
      <span>
        {major.since === null ? null : (
          <>
            begun <Time at={major.since} />
          </>
        )}
        {major.lead === null ? null : <> · {lead === null ? major.lead.team : person(lead)} leads</>}
        {update === null ? null : <> · {update.late ? <b>{update.text}</b> : update.text}</>}
      </span>
    </p>
  );
}

// To whoever asked for help: what requesters were told, in the words they were told.
function News({ major }: { major: ActiveMajor }) {
  if (major.told === null) return null;
  return (
    <p>
      <strong>
        We know of the trouble behind your ticket <NumberLink number={major.number} />
      </strong>
      <span>
        <ExactTime at={major.told.at} />: {major.told.text}
      </span>
    </p>
  );
}
