/** What a person has to know of the connection, and what to do about it. */
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { KEEPING } from './content/wording.js';
import type { Connection } from './direct-line/observer.js';
import { CONNECTION } from './wording.js';

/** Above the field while the network is away; quiet while all is well. */
export function ConnectionNotice(props: { readonly connection: Connection; retry(): void }): VNode {
  const { connection, retry } = props;
  return (
    <div role="status" class="connection">
      {connection === 'connecting' && <p class="connecting">{CONNECTION.connecting}</p>}
      {connection === 'offline' && (
        <p class="offline">
          {CONNECTION.offline}{' '}
          <button type="button" class="as-link" onClick={retry}>
            {CONNECTION.retry}
          </button>
        </p>
      )}
    </div>
  );
}

/** In place of the field, once nothing more can be said here. */
export function Over(props: { readonly connection: 'ended' | 'unavailable' | 'deleted'; restart(): void }): VNode {
  const { connection, restart } = props;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const root = button.current?.getRootNode();
    // The field that has just gone may have had the focus; then it would be nowhere.
    if (root instanceof ShadowRoot && root.activeElement === null && document.activeElement === document.body) {
      button.current?.focus();
    }
  }, []);
  return (
    <div class="over">
      <p role="alert">{connection === 'deleted' ? KEEPING.deleted : CONNECTION[connection]}</p>
      {connection === 'deleted' && <p>{KEEPING.stays}</p>}
      <button type="button" ref={button} class="main" onClick={restart}>
        {connection === 'unavailable' ? CONNECTION.retryUnavailable : CONNECTION.restart}
      </button>
    </div>
  );
}
