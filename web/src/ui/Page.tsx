import { type ReactNode, useEffect } from "react";
import { useWords } from "./engagement";
import classes from "./Page.module.css";

type Props = {
  title: string;
  tab?: string; // what the browser's tab says, where that is another word
  about?: ReactNode; // beside the title: what is shown of it at the moment
  choice?: ReactNode; // beside the title: what chooses that
  tools?: ReactNode; // at the end of the title's line
  lead?: ReactNode;
  width?: "form" | "list" | "full";
  children: ReactNode;
};

// A page of an engagement: its title, what it is for, and the tab's name.
export function Page({ title, tab = title, about, choice, tools, lead, width = "list", children }: Props) {
  const { engagement } = useWords();
  useEffect(() => {
    document.title = `${tab} · ${engagement.display} · Tandem`;
  }, [tab, engagement.display]);
  return (
    <div className={classes.page} data-width={width}>
      <div className={classes.head}>
        <h1>{title}</h1>
        {about === undefined ? null : <p aria-live="polite">{about}</p>}
        {choice}
        {tools === undefined ? null : <div className={classes.tools}>{tools}</div>}
      </div>
      {lead === undefined ? null : <p className={classes.lead}>{lead}</p>}
      {children}
    </div>
  );
}
