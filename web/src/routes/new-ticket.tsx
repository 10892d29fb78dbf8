export function NewTicketPage() { return null; }
