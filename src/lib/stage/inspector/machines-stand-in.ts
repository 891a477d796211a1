import { requestMachine } from '#lib/cluster/api-server/request-machine.ts';
import type { AnyStateMachine } from 'xstate';

export const machines: Record<string, AnyStateMachine> = { 'api-request': requestMachine };
