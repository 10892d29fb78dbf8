// Mantine's buttons as links of the router: they are anchors, open in a new tab, and know the application's addresses.
import { ActionIcon, type ActionIconProps, Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, Ref } from "react";

type Anchor<Props> = Props &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof Props> & { ref?: Ref<HTMLAnchorElement> };

function ButtonAnchor(props: Anchor<ButtonProps>) {
  return <Button component="a" {...props} />;
}
function ActionIconAnchor(props: Anchor<ActionIconProps>) {
  return <ActionIcon component="a" {...props} />;
}

export const LinkButton = createLink(ButtonAnchor);
export const LinkActionIcon = createLink(ActionIconAnchor);
