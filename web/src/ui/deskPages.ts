// The pages of an engagement: the side bar and the command palette list them in this order.
import {
  CalendarClock,
  CalendarDays,
  ChartNoAxesColumn,
  FilePen,
  Gavel,
  Inbox,
  type LucideIcon,
  ScrollText,
  Smile,
  Star,
} from "lucide-react";

export type DeskPage = {
  to:
    | "/e/$engagement"
    | "/e/$engagement/catalogue"
    | "/e/$engagement/calendar"
    | "/e/$engagement/changes"
    | "/e/$engagement/decisions"
    | "/e/$engagement/agreement"
    | "/e/$engagement/satisfaction"
    | "/e/$engagement/vips"
    | "/e/$engagement/report";
  label: string;
  icon: LucideIcon;
};

const teamPages: readonly DeskPage[] = [
  { to: "/e/$engagement", label: "Queue", icon: Inbox },
  { to: "/e/$engagement/catalogue", label: "Catalogue", icon: FilePen },
  { to: "/e/$engagement/calendar", label: "Calendar", icon: CalendarDays },
  { to: "/e/$engagement/changes", label: "Changes", icon: CalendarClock },
  { to: "/e/$engagement/decisions", label: "Decisions", icon: Gavel },
  { to: "/e/$engagement/agreement", label: "Agreement", icon: ScrollText },
  { to: "/e/$engagement/satisfaction", label: "Satisfaction", icon: Smile },
  { to: "/e/$engagement/vips", label: "VIPs", icon: Star },
  { to: "/e/$engagement/report", label: "Report", icon: ChartNoAxesColumn },
];

const requesterPages: readonly DeskPage[] = [
  { to: "/e/$engagement", label: "My tickets", icon: Inbox },
  { to: "/e/$engagement/catalogue", label: "Forms", icon: FilePen },
];

export function deskPages(isRequester: boolean): readonly DeskPage[] {
  return isRequester ? requesterPages : teamPages;
}
