import type { KubeObject } from '../object.ts';
import type { JsonSchema } from './json-schema.ts';

/** apiextensions.k8s.io/v1 CustomResourceDefinition. */
export interface Definition extends KubeObject {
	readonly spec: DefinitionSpec;
	readonly status?: DefinitionStatus;
}

export interface DefinitionSpec {
	readonly group: string;
	readonly scope: string;
	readonly names: DefinitionNames;
	/** Null when there are none; such a definition is refused. */
	readonly versions: readonly DefinitionVersion[] | null;
	readonly preserveUnknownFields?: boolean;
	readonly conversion?: {
		readonly strategy?: string;
		readonly webhook?: {
			readonly clientConfig?: object;
			readonly conversionReviewVersions?: readonly string[];
		};
	};
}

export interface DefinitionNames {
	readonly plural: string;
	readonly singular?: string;
	readonly kind: string;
	readonly listKind?: string;
	readonly shortNames?: readonly string[];
	readonly categories?: readonly string[];
}

export interface DefinitionVersion {
	readonly name: string;
	readonly served?: boolean;
	readonly storage?: boolean;
	readonly deprecated?: boolean;
	readonly deprecationWarning?: string;
	readonly schema?: { readonly openAPIV3Schema?: JsonSchema };
	readonly subresources?: { readonly status?: object; readonly scale?: ScalePaths };
	readonly additionalPrinterColumns?: readonly PrinterColumn[];
	readonly selectableFields?: readonly { readonly jsonPath: string }[];
}

/** Where in an object its count stands, and that of what there is. */
export interface ScalePaths {
	readonly specReplicasPath: string;
	readonly statusReplicasPath: string;
	readonly labelSelectorPath?: string;
}

export interface PrinterColumn {
	readonly name: string;
	readonly type: string;
	readonly format?: string;
	readonly description?: string;
	readonly priority?: number;
	readonly jsonPath: string;
}

export interface DefinitionStatus {
	readonly conditions?: readonly DefinitionCondition[] | null;
	readonly acceptedNames: DefinitionNames;
	readonly storedVersions: readonly string[] | null;
}

export interface DefinitionCondition {
	readonly type: string;
	readonly status: string;
	readonly lastTransitionTime?: string;
	readonly reason?: string;
	readonly message?: string;
}

/** Whether a condition of a definition holds. */
export function holds({ status }: Definition, type: string): boolean {
	return (status?.conditions ?? []).some((one) => one.type === type && one.status === 'True');
}
