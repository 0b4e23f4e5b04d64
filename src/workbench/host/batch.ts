/**
 * What happens in a batch? Its actions run in order; the first that fails ends it, and what ran before stays. Before
 * something is read, pending recalculation is awaited, as Excel calculates before it answers.
 */
import { Handle } from './binding';
import { HostError } from './errors';
import type { Interpreter } from './interpreter';
import { ActionType, type Action, type ActionResult, type BatchError, type BatchRequest, type BatchResponse } from './protocol';
import { identify, query } from './query';
import { Resolver } from './resolve';

export interface BatchHooks {
  /** Called before an action that reads, if something was written since. */
  readonly beforeRead: () => Promise<void>;
  /** An error that is the host's own fault, not an answer of the API. */
  readonly onFault: (error: unknown) => void;
}

export async function runBatch(interpreter: Interpreter, request: BatchRequest, hooks: BatchHooks): Promise<BatchResponse> {
  const resolver = new Resolver(interpreter, request.ObjectPaths);
  const results: ActionResult[] = [];
  const traces: number[] = [];
  let error: BatchError | undefined;
  let written = false;
  for (const [index, action] of request.Actions.entries()) {
    try {
      if (written && reads(action)) {
        await hooks.beforeRead();
        written = false;
      }
      if (action.ActionType === ActionType.Trace) traces.push(action.Id);
      results.push({ ActionId: action.Id, Value: perform(interpreter, resolver, action) });
      written ||= action.ActionType !== ActionType.Trace && !reads(action);
    } catch (thrown) {
      if (!(thrown instanceof HostError)) hooks.onFault(thrown);
      error = describe(thrown, index);
      break;
    }
  }
  return error ? { Results: results, TraceIds: traces, Error: error } : { Results: results, TraceIds: traces };
}

function reads(action: Action): boolean {
  return action.ActionType === ActionType.Query || action.ActionType === ActionType.QueryAsJson;
}

function perform(interpreter: Interpreter, resolver: Resolver, action: Action): unknown {
  switch (action.ActionType) {
    case ActionType.Trace:
      return null;
    case ActionType.Instantiate: {
      const handle = resolver.resolve(action.ObjectPathId);
      return handle.target === null ? null : identify(interpreter, handle);
    }
    case ActionType.Query:
    case ActionType.QueryAsJson:
      return query(interpreter, resolver.resolve(action.ObjectPathId), action.QueryInfo ?? {});
    case ActionType.Method: {
      const handle = resolver.resolve(action.ObjectPathId);
      const value = interpreter.call(handle, action.Name ?? '', resolver.arguments(action.ArgumentInfo));
      return value instanceof Handle || value === undefined ? null : value;
    }
    case ActionType.SetProperty: {
      const handle = resolver.resolve(action.ObjectPathId);
      interpreter.setProperty(handle, action.Name ?? '', resolver.arguments(action.ArgumentInfo)[0]);
      return null;
    }
    case ActionType.Update: {
      const handle = resolver.resolve(action.ObjectPathId);
      const properties = Object.entries(interpreter.type(handle.type).properties);
      for (const [name, value] of Object.entries(action.ObjectState ?? {})) {
        const wire = properties.find(([, property]) => property.name === name)?.[0];
        interpreter.setProperty(handle, wire ?? name, value);
      }
      return null;
    }
    default:
      throw interpreter.gaps.raise(`action type ${ActionType[action.ActionType] ?? action.ActionType}`);
  }
}

function describe(thrown: unknown, index: number): BatchError {
  if (thrown instanceof HostError) {
    return { Code: thrown.code, Message: thrown.message, Location: thrown.location, ActionIndex: index };
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { Code: 'GeneralException', Message: message, Location: null, ActionIndex: index };
}
