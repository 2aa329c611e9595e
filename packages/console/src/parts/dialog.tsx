import { type ReactNode, useId, useLayoutEffect, useRef } from "react";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Given to the element of a dialog that has the focus first, where that is not the first one: what destroys nothing. */
export const FIRST_FOCUS = { "data-first-focus": true } as const;

/** A dialog that keeps the focus until it is closed, and gives it back to where it was. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isLeaving = useRef(false);
  const id = useId();
  // Before the dialog leaves the page: one that is taken away while it is open gives the focus back to nobody.
  useLayoutEffect(() => {
    const element = dialog.current;
    isLeaving.current = false;
    element?.showModal();
    element?.querySelector<HTMLElement>("[data-first-focus]")?.focus();
    return () => {
      isLeaving.current = true;
      element?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="card dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        // At once: the browser tells of the end of a dialog later, when the next one may be there already.
        event.preventDefault();
        onClose();
      }}
      onClose={() => {
        if (!isLeaving.current) onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
