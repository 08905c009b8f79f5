// A query that a page shows: from the cache at once, then from the server, then whenever the cache changes.
import type { DocumentInput, OperationResult } from "@urql/core";
import { useEffect, useRef, useState } from "preact/hooks";
import { cacheEpoch, currentClient, problemIn } from "./client.ts";
import { polling } from "./connection.ts";
import { type Problem, problemOf } from "./errors.ts";
import { sessionEpoch } from "./session-state.ts";

export interface QueryState<D> {
  data: D | undefined;
  problem: Problem | null;
  loading: boolean;
  /** Ask the server again, showing what is there meanwhile. */
  refresh: () => void;
}

const POLL_MILLISECONDS = 3000;

export function useQuery<D, V extends object>(document: DocumentInput<D, V>, variables: V): QueryState<D> {
  const key = JSON.stringify(variables);
  const epoch = `${cacheEpoch.value} ${sessionEpoch.value}`;
  const [state, setState] = useState<{ key: string; result: OperationResult<D> | null }>({ key, result: null });
  const kept = useRef(variables);
  kept.current = variables;

  const options = { requestPolicy: "network-only" as const };
  const refresh = () => void currentClient().query(document, kept.current, options).toPromise();

  useEffect(() => {
    const source = currentClient().query(document, kept.current, { requestPolicy: "cache-and-network" });
    const { unsubscribe } = source.subscribe((result) => {
      problemIn(result as OperationResult);
      setState({ key, result: result as OperationResult<D> });
    });
    const timer = setInterval(() => polling.value && refresh(), POLL_MILLISECONDS);
    return () => {
      clearInterval(timer);
      unsubscribe();
    };
  }, [document, key, epoch]);

  const result = state.key === key ? state.result : null;
  return {
    data: result?.data ?? undefined,
    problem: result?.error ? problemOf(result.error) : null,
    loading: !result,
    refresh,
  };
}
