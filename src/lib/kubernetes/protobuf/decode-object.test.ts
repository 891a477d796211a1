import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeProtobufObject } from './decode-object.ts';
import { ProtobufError } from './wire-reader.ts';

/** What kubectl 1.35 sends for `kubectl create deployment d --image=web:v1`. */
const deployment = `
6b 38 73 00 0a 15 0a 07 61 70 70 73 2f 76 31 12 0a 44 65 70 6c 6f 79 6d 65 6e 74 12 a2 01 0a 1b
0a 01 64 12 00 1a 00 22 00 2a 00 32 00 38 00 42 00 5a 08 0a 03 61 70 70 12 01 64 12 75 08 01 12
0a 0a 08 0a 03 61 70 70 12 01 64 1a 5d 0a 1a 0a 00 12 00 1a 00 22 00 2a 00 32 00 38 00 42 00 5a
08 0a 03 61 70 70 12 01 64 12 3f 12 21 0a 03 77 65 62 12 06 77 65 62 3a 76 31 2a 00 42 00 6a 00
72 00 80 01 00 88 01 00 90 01 00 a2 01 00 1a 00 32 00 42 00 4a 00 52 00 58 00 60 00 68 00 82 01
00 8a 01 00 9a 01 00 c2 01 00 22 02 0a 00 28 00 38 00 1a 0c 08 00 10 00 18 00 20 00 28 00 38 00
1a 00 22 00`;

function bytesOf(hex: string): Uint8Array {
	return Uint8Array.from(hex.trim().split(/\s+/), (byte) => parseInt(byte, 16));
}

describe('an object as protobuf', () => {
	it('says the same as JSON', () => {
		expect(decodeProtobufObject(bytesOf(deployment))).toMatchObject({
			kind: 'Deployment',
			apiVersion: 'apps/v1',
			metadata: { name: 'd', labels: { app: 'd' } },
			spec: {
				replicas: 1,
				selector: { matchLabels: { app: 'd' } },
				template: {
					metadata: { labels: { app: 'd' } },
					spec: { containers: [{ name: 'web', image: 'web:v1' }] }
				}
			}
		});
	});

	it('has no time that was not set', () => {
		expect(decodeProtobufObject(bytesOf(deployment))['metadata']).not.toHaveProperty(
			'creationTimestamp'
		);
	});

	it('is refused when its end is missing, or its beginning is no mark', () => {
		const bytes = bytesOf(deployment);
		expect(() => decodeProtobufObject(bytes.subarray(0, 100))).toThrow('unexpected EOF');
		expect(() => decodeProtobufObject(bytes.subarray(4))).toThrow('expected prefix');
	});

	it('is refused when nobody knows its kind', () => {
		const bytes = bytesOf(deployment);
		const other = Uint8Array.from(bytes);
		other[18] = 0x58;
		expect(() => decodeProtobufObject(other)).toThrow('is registered');
	});

	it('never does anything else with rubbish than refuse it', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(190), (rubbish, at) => {
				const bytes = bytesOf(deployment);
				bytes.set(rubbish.subarray(0, bytes.length - Math.min(at, bytes.length)), at);
				try {
					decodeProtobufObject(bytes);
				} catch (error) {
					expect(error).toBeInstanceOf(ProtobufError);
				}
			})
		);
	});
});
