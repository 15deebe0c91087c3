/** What is wrong with a field: tied to it by its id, and read aloud at once where it appears. */
import type { VNode } from 'preact';

export function ErrorText({ text }: { readonly text: string | undefined }): VNode {
  return (
    <p class="error" id="pa-error" role="alert">
      {text}
    </p>
  );
}
