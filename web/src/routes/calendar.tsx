import { getRouteApi } from "@tanstack/react-router";
import { CalendarView } from "@/features/calendar/CalendarView";

const route = getRouteApi("/e/$engagement/calendar");

export function CalendarPage() {
  const { from } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <CalendarView from={from} onFrom={(next) => void navigate({ search: (before) => ({ ...before, from: next }) })} />
  );
}
