import { expect, it } from 'vitest';
import { refusingStage } from './refusing-stage.ts';

const create = { verb: 'create', message: '' };
const update = { verb: 'update', message: '' };

it.each([
	['who is not known stops at the first stage', 'authentication', 401, create, 'authenticate'],
	['who may not stops at the second', 'authorization', 403, create, 'authorize'],
	['a path that nobody serves was allowed first', 'authorization', 404, create, 'decode'],
	['an unknown field is found while decoding', 'mutation', 400, create, 'decode'],
	['a namespace that is missing is admission’s to tell', 'mutation', 404, create, 'mutate'],
	['an object that is missing is the store’s', 'mutation', 404, update, 'store'],
	['an old version is refused by the store', 'mutation', 409, update, 'store'],
	['a wrong value is found by validation', 'validation', 422, create, 'validate'],
	['what is valid can still be against a policy', 'validation', 403, create, 'admit'],
	['a quota is charged last', 'storage', 403, create, 'admit'],
	['a name that is taken is known to the store', 'storage', 409, create, 'store'],
	['what can’t be read isn’t there', 'reading', 404, { verb: 'get', message: '' }, 'store']
] as const)('%s', (_, state, code, request, stage) => {
	expect(refusingStage(state, code, request)).toBe(stage);
});
