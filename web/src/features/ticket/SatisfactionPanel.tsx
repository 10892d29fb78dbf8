import { Button, Textarea } from "@mantine/core";
import { ThumbsDown, ThumbsUp } from "lucide-react";
import { useState } from "react";
import { formMessage } from "@/api/problem";
import type { Rating, Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { ExactTime } from "@/ui/Time";
import classes from "./Following.module.css";
import { useTicketCommand } from "./useTicketCommand";

// How it went: asked of whoever asked for it once it is done, read by both parties.
export function SatisfactionPanel({ ticket }: { ticket: Ticket }) {
  if (ticket.allowed.rate) return <Question ticket={ticket} />;
  const said = ticket.satisfaction;
  if (said === null) return null;
  const Icon = said.verdict === "good" ? ThumbsUp : ThumbsDown;
  return (
    <div className={classes.said} data-verdict={said.verdict}>
      <Icon size={16} aria-hidden="true" />
      <span>
        <strong>
          {ticket.requester.name} {said.verdict === "good" ? "was content" : "was not content"}
        </strong>
        {said.words === "" ? null : <> “{said.words}”</>} · <ExactTime at={said.at} />
      </span>
    </div>
  );
}

function Question({ ticket }: { ticket: Ticket }) {
  const { engagement } = useWords();
  const [verdict, setVerdict] = useState<Rating["verdict"] | null>(null);
  const [words, setWords] = useState("");
  const command = useTicketCommand(engagement.name, ticket.number);
  const rate = (body: Rating) => command.mutate((to) => to.rate(body));
  return (
    <section className={classes.question} aria-label="How did it go?">
      <strong>How did it go?</strong>
      <div className={classes.buttons}>
        <Button
          variant={verdict === "good" ? "filled" : "default"}
          leftSection={<ThumbsUp size={16} />}
          aria-pressed={verdict === "good"}
          onClick={() => setVerdict("good")}
        >
          Good
        </Button>
        <Button
          variant={verdict === "bad" ? "filled" : "default"}
          leftSection={<ThumbsDown size={16} />}
          aria-pressed={verdict === "bad"}
          onClick={() => setVerdict("bad")}
        >
          Not good
        </Button>
      </div>
      {verdict === null ? null : (
        <>
          <Textarea
            label={verdict === "good" ? "Anything to add?" : "What should have been better?"}
            description="Both teams read it. You may leave it empty."
            autosize
            minRows={2}
            maxLength={50_000}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <div className={classes.buttons}>
            <Button loading={command.isPending} onClick={() => rate({ verdict, words: words.trim() })}>
              Send
            </Button>
          </div>
        </>
      )}
      <ProblemNote message={formMessage(command.error, [])} />
    </section>
  );
}
