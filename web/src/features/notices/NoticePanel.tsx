import type { NoticePage } from "@/api/types";
import { ProblemNote } from "@/ui/Feedback";
import { NoticeItem } from "./NoticeItem";
import classes from "./Notices.module.css";

type Props = {
  query: { data: NoticePage | undefined; error: unknown; refetch: () => unknown };
  onRead: (last: number, first: number) => Promise<void>;
  onClose: () => void;
};

export function NoticePanel({ query, onRead, onClose }: Props) {
  const page = query.data;
  if (page === undefined) return <ProblemNote error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <section className={classes.panel} aria-label="Notices">
      <header className={classes.head}>
        <h2>Notices</h2>
        {page.unread === 0 ? null : (
          <button type="button" className={classes.all} onClick={() => void onRead(page.notices[0]?.id ?? 0, 0)}>
            Mark all as read
          </button>
        )}
      </header>
      {page.notices.length === 0 ? (
        <p className={classes.none}>Nobody has told you anything yet. Mentions, offers and answers come here.</p>
      ) : (
        <ol className={classes.list}>
          {page.notices.map((notice) => (
            <NoticeItem
              key={notice.id}
              notice={notice}
              onOpen={() => {
                if (!notice.read) void onRead(notice.id, notice.id);
                onClose();
              }}
            />
          ))}
        </ol>
      )}
    </section>
  );
}
