// What is unread, as the bell shows it. Pure.
import type { NoticePage } from "@/api/types";

export function badgeOf(unread: number): string {
  return unread > 99 ? "99+" : String(unread);
}

// The page as it is once those of the ids from first to last are read: shown at once, before the server has answered.
export function markedRead(page: NoticePage, first: number, last: number): NoticePage {
  const concerns = (notice: NoticePage["notices"][number]) => !notice.read && notice.id >= first && notice.id <= last;
  const marked = page.notices.filter(concerns).length;
  const rest = first === 0 && last >= (page.notices[0]?.id ?? 0) ? 0 : Math.max(0, page.unread - marked);
  return {
    ...page,
    unread: rest,
    notices: page.notices.map((notice) => (concerns(notice) ? { ...notice, read: true } : notice)),
  };
}
