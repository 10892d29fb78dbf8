import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Bell as BellIcon } from "lucide-react";
import { lazy, Suspense } from "react";
import { readNotices } from "@/api/commands";
import { keys, noticesQuery } from "@/api/queries";
import type { NoticePage } from "@/api/types";
import { Dropdown } from "@/ui/Dropdown";
import { useWords } from "@/ui/engagement";
import { count } from "@/ui/format";
import classes from "./Notices.module.css";
import { badgeOf, markedRead } from "./unread";

const NoticePanel = lazy(() => import("./NoticePanel").then((module) => ({ default: module.NoticePanel })));

// What one was told: a bell with how much of it is unread, and the list behind it.
export function Bell({ wide = false }: { wide?: boolean }) {
  const { engagement } = useWords();
  const queryClient = useQueryClient();
  const notices = useQuery(noticesQuery(engagement.name));
  const unread = notices.data?.unread ?? 0;
  const key = keys.notices(engagement.name);

  async function read(last: number, first: number): Promise<void> {
    queryClient.setQueryData<NoticePage>(key, (page) => page && markedRead(page, first, last));
    await readNotices(engagement.name, last, first).catch(() => undefined);
    await queryClient.invalidateQueries({ queryKey: key });
  }

  return (
    <Dropdown
      label="What you were told"
      width={360}
      buttonClassName={wide ? classes.wide : classes.bell}
      button={
        <>
          <BellIcon size={wide ? 16 : 19} aria-hidden="true" />
          <span className={wide ? classes.name : "sr"}>Notices</span>
          {unread === 0 ? null : (
            <span className={classes.badge}>
              <span aria-hidden="true">{badgeOf(unread)}</span>
              <span className="sr">{count(unread, "unread notice")}</span>
            </span>
          )}
        </>
      }
    >
      {(close) => (
        <Suspense fallback={null}>
          <NoticePanel query={notices} onRead={read} onClose={close} />
        </Suspense>
      )}
    </Dropdown>
  );
}
