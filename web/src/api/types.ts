// The API's nouns under short names. The shapes come from the server's OpenAPI document (scripts/api.mjs).
import type { components } from "./schema.gen";

type Schemas = components["schemas"];

export type Actor = Schemas["Actor"];
export type Agreement = Schemas["Agreement"];
export type Allowed = Schemas["Allowed"];
export type Charge = Schemas["Charge"];
export type Comment = Schemas["Comment"];
export type Engagement = Schemas["Engagement"];
export type EngagementSummary = Schemas["EngagementSummary"];
export type Handoff = Schemas["Handoff"];
export type Held = Schemas["Held"];
export type HistoryEntry = Schemas["HistoryEntry"];
export type LiveChange = Schemas["LiveChange"];
export type NewComment = Schemas["NewComment"];
export type NewHandoff = Schemas["NewHandoff"];
export type NewTicket = Schemas["NewTicket"];
export type Owner = Schemas["Owner"];
export type Party = Schemas["Party"];
export type Person = Schemas["Person"];
export type Reason = Schemas["Reason"];
export type Segment = Schemas["Segment"];
export type Session = Schemas["Session"];
export type State = Schemas["State"];
export type Target = Schemas["Target"];
export type Team = Schemas["Team"];
export type Ticket = Schemas["Ticket"];
export type TicketEdit = Schemas["TicketEdit"];
export type TicketPage = Schemas["TicketPage"];
export type TicketRow = Schemas["TicketRow"];
export type Visibility = Schemas["Visibility"];
export type WaitingOn = Schemas["WaitingOn"];
export type Why = Schemas["Why"];
