import type { KubeObject } from '../object.ts';

/**
 * `stringData` is written into `data`; the type is Opaque.
 *
 * Models pkg/apis/core/v1/defaults.go SetDefaults_Secret and conversion.go Convert_v1_Secret_To_core_Secret.
 */
export function defaultSecret(secret: KubeObject): KubeObject {
	const { stringData, ...rest } = secret as KubeObject & {
		readonly stringData?: Readonly<Record<string, string>>;
	};
	const data = {
		...(rest['data'] as Readonly<Record<string, string>> | undefined),
		...Object.fromEntries(
			Object.entries(stringData ?? {}).map(([key, text]) => [key, base64(text)])
		)
	};
	return {
		...rest,
		...(Object.keys(data).length > 0 && { data }),
		type: rest['type'] ?? 'Opaque'
	} as KubeObject;
}

function base64(text: string): string {
	return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
