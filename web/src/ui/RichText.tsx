import classes from "./RichText.module.css";

// Text that the server has rendered from Markdown and made safe (docs: comments, descriptions).
export function RichText({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by the server in safe mode, and the policy allows no scripts
  return <div className={classes.rich} dangerouslySetInnerHTML={{ __html: html }} />;
}
