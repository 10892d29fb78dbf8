import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";

// The side bar on a narrow screen; loaded only there.
export function MenuDrawer({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  return (
    <Drawer opened onClose={onClose} size={280} padding={0} withCloseButton={false} aria-label="Menu">
      {children}
    </Drawer>
  );
}
