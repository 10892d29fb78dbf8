import { useQuery } from "@tanstack/react-query";
import { ChevronDown, Pencil, Play, Plus, TextCursorInput, Zap } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { newIdempotencyKey } from "@/api/client";
import { formMessage } from "@/api/problem";
import { macrosQuery } from "@/api/queries";
import type { Macro, Ticket } from "@/api/types";
import { Dropdown, DropdownDivider, DropdownItem, DropdownLabel } from "@/ui/Dropdown";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import classes from "./MacroMenu.module.css";
import { filledIn, isReply, stepsOf, valuesOf } from "./macros";
import { useTicketCommand } from "./useTicketCommand";

const MacroDialog = lazy(() => import("./MacroDialog").then((module) => ({ default: module.MacroDialog })));

// Canned replies go into the text, to be read once more; macros with steps are run.
export function MacroMenu({ ticket, onText }: { ticket: Ticket; onText: (text: string) => void }) {
  const { engagement, person } = useWords();
  const macros = useQuery(macrosQuery(engagement.name)).data ?? [];
  const [edited, setEdited] = useState<Macro | "new" | null>(null);
  const key = useRef(newIdempotencyKey());
  const command = useTicketCommand(engagement.name, ticket.number, () => {
    key.current = newIdempotencyKey();
  });

  function use(macro: Macro): void {
    if (isReply(macro)) onText(filledIn(macro.text, valuesOf(ticket, person)));
    else command.mutate((to) => to.runMacro(macro.id, key.current));
  }

  return (
    <>
      <Dropdown
        label="Macros"
        side="above"
        width={320}
        buttonClassName={classes.button}
        button={
          <>
            <Zap size={14} aria-hidden="true" />
            Macros
            <ChevronDown size={14} aria-hidden="true" />
          </>
        }
      >
        {(close) => (
          <>
            {macros.length === 0 ? (
              <DropdownLabel>What you write and do again and again, under a name.</DropdownLabel>
            ) : (
              <div className={classes.list}>
                {macros.map((macro) => (
                  <div key={macro.id} className={classes.entry}>
                    <DropdownItem
                      icon={isReply(macro) ? <TextCursorInput size={15} /> : <Play size={15} />}
                      onClick={() => {
                        close();
                        use(macro);
                      }}
                    >
                      {macro.title}
                      <small>{isReply(macro) ? "writes it for you to send" : stepsOf(macro).join(", ")}</small>
                    </DropdownItem>
                    <button
                      type="button"
                      className={classes.edit}
                      aria-label={`Change ${macro.title}`}
                      onClick={() => {
                        close();
                        setEdited(macro);
                      }}
                    >
                      <Pencil size={13} aria-hidden="true" />
                    </button>
                  </div>
                ))}
              </div>
            )}
            <DropdownDivider />
            <DropdownItem
              icon={<Plus size={15} />}
              onClick={() => {
                close();
                setEdited("new");
              }}
            >
              New macro
            </DropdownItem>
          </>
        )}
      </Dropdown>
      <ProblemNote message={formMessage(command.error, [])} />
      {edited === null ? null : (
        <Suspense fallback={null}>
          <MacroDialog macro={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
        </Suspense>
      )}
    </>
  );
}
