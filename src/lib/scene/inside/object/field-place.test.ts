import { describe, expect, it } from 'vitest';
import { placeOfError, placeOfField } from './field-place.ts';

const manifest = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  terminationGracePeriodSeconds: "5"
  containers:
    - name: web
      image: web:v1
    - name: side
      imgae: web:v1
`;

describe('placeOfField', () => {
	it.each([
		['kind', 2, 1],
		['metadata.name', 4, 3],
		['spec.containers', 7, 3],
		['spec.containers[0].name', 8, 7],
		['spec.containers[0].image', 9, 7],
		['spec.containers[1].imgae', 11, 7]
	])('finds %s', (path, line, column) => {
		expect(placeOfField(manifest, path)).toEqual({ line, column });
	});

	it.each(['metadata.image', 'spec.name', 'spec.containers[2].name'])('finds no %s', (path) => {
		expect(placeOfField(manifest, path)).toBeUndefined();
	});
});

describe('placeOfError', () => {
	it.each([
		['error converting YAML to JSON: yaml: line 4: mapping values are not allowed', 4, 9],
		['strict decoding error: unknown field "spec.containers[1].imgae"', 11, 7],
		[
			'json: cannot unmarshal string into Go struct field PodSpec.spec.terminationGracePeriodSeconds of type int64',
			6,
			3
		],
		['The Pod "web" is invalid: spec.containers[1].imgae: Required value', 11, 7]
	])('reads %s', (error, line, column) => {
		expect(placeOfError(manifest, error)).toEqual({ line, column });
	});

	it('knows no place where none is named', () => {
		expect(placeOfError(manifest, 'error: You must be logged in')).toBeUndefined();
	});
});
