// The look in one place. Shade 8 of the primary colour is the lightest that text and outlines may have on white.
import { Button, createTheme, Drawer, Modal, Popover, Select, Textarea, TextInput, Tooltip } from "@mantine/core";

export const theme = createTheme({
  primaryColor: "blue",
  primaryShade: 8,
  defaultRadius: "md",
  cursorType: "pointer",
  fontFamily: '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.125rem" },
  headings: { fontWeight: "620", sizes: { h1: { fontSize: "1.25rem" }, h2: { fontSize: "1rem" }, h3: { fontSize: "0.875rem" } } },
  focusRing: "auto",
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: "sm" } }),
    TextInput: TextInput.extend({ defaultProps: { size: "sm" } }),
    Textarea: Textarea.extend({ defaultProps: { size: "sm" } }),
    Select: Select.extend({ defaultProps: { size: "sm", checkIconPosition: "right" } }),
    Tooltip: Tooltip.extend({ defaultProps: { withArrow: true, openDelay: 350, events: { hover: true, focus: true, touch: false } } }),
    Popover: Popover.extend({ defaultProps: { shadow: "md" } }),
    Modal: Modal.extend({ defaultProps: { transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.45 } } }),
    Drawer: Drawer.extend({ defaultProps: { transitionProps: { duration: 140 }, overlayProps: { backgroundOpacity: 0.35 } } }),
  },
});
