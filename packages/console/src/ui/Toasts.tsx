import { createContext, use, useCallback, useRef, useState, type ReactNode } from "react";
import { useWords } from "../app/context.tsx";
import { Button } from "./Button.tsx";
import { partWords } from "./words.ts";
import "./toasts.css";

type Toast = { readonly id: number; readonly text: string };

const ToastContext = createContext<(text: string) => void>(() => undefined);
const shownMs = 8000;
const shownMax = 4;

/** Says something in passing, and to screen readers without taking the focus. What has to be answered is no toast. */
export function useToast(): (text: string) => void {
  return use(ToastContext);
}

export function Toasts({ children }: { readonly children: ReactNode }) {
  const words = useWords(partWords);
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const last = useRef(0);
  const dismiss = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const tell = useCallback(
    (text: string) => {
      const id = ++last.current;
      setToasts((all) => [...all, { id, text }].slice(-shownMax));
      setTimeout(() => dismiss(id), shownMs);
    },
    [dismiss],
  );
  return (
    <ToastContext value={tell}>
      {children}
      <section className="toasts" aria-label={words.notices}>
        <div className="toast-list" role="status" aria-relevant="additions">
          {toasts.map(({ id, text }) => (
            <div key={id} className="toast">
              <span>{text}</span>
              <Button look="quiet" onClick={() => dismiss(id)}>
                {words.dismissToast}
              </Button>
            </div>
          ))}
        </div>
      </section>
    </ToastContext>
  );
}
