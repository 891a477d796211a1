import { expect, test } from 'vitest';
import { structureType } from '#lib/kubernetes/openapi/structure.ts';
import { typeLine } from '../../testing/typed-line.ts';
import { describedNames } from './descriptions.ts';
import { wrapped } from './wrap.ts';

test('what is described is there', () => {
	const absent = describedNames().filter((name) => {
		const [type = '', field] = name.split(' ');
		if (type === '*') return false;
		const fields = structureType(type)?.fields;
		return (
			fields === undefined || (field !== undefined && !fields.some((one) => one.name === field))
		);
	});
	expect(absent).toEqual([]);
});

test('a field with values', () => {
	expect(typeLine('kubectl explain pod.spec.restartPolicy').stdout).toBe(
		[
			'KIND:       Pod',
			'VERSION:    v1',
			'',
			'FIELD: restartPolicy <string>',
			'ENUM:',
			'    Always',
			'    Never',
			'    OnFailure',
			'',
			'DESCRIPTION:',
			'    When containers that ended are started anew: Always (the default), OnFailure',
			'    or Never.',
			'    ',
			'',
			''
		].join('\n')
	);
});

test('all fields, to any depth, without descriptions', () => {
	const { stdout } = typeLine('kubectl explain deployments.apps.spec.strategy --recursive');
	expect(stdout.slice(stdout.indexOf('FIELDS:'))).toBe(
		[
			'FIELDS:',
			'  rollingUpdate\t<RollingUpdateDeployment>',
			'    maxSurge\t<IntOrString>',
			'    maxUnavailable\t<IntOrString>',
			'  type\t<string>',
			'  enum: Recreate, RollingUpdate',
			'',
			''
		].join('\n')
	);
});

test('a type that is within itself ends', () => {
	const { stdout, exit } = typeLine('kubectl explain crd.spec.versions.schema --recursive');
	expect([exit, stdout.includes('not\t<JSONSchemaProps>')]).toEqual([0, true]);
});

test.each([
	['pod.spec.nothing', 'error: field "nothing" does not exist\n'],
	['widgets', `the server doesn't have a resource type "widgets"\n`],
	[
		'pod --api-version=apps/v1',
		'error: GVR (apps/v1, Resource=pods) not found in OpenAPI schema\n'
	],
	['pod -o table', 'error: unrecognized format: table\n']
])('explain %s', (asked, stderr) => {
	expect(typeLine(`kubectl explain ${asked}`)).toMatchObject({ stderr, exit: 1 });
});

test('lines are broken between words', () => {
	expect(wrapped('ab cd ef\n\ngh', 5, 1)).toBe(' ab cd\n ef\n \n gh');
});
