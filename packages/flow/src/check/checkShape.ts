import type { TSchema } from 'typebox';
import Value from 'typebox/value';
import { FlowOutlineSchema, stepSchemas } from '../schema.js';
import { type FlowError, flowError, pointer } from './flowError.js';

type Finding = ReturnType<typeof Value.Errors>[number];

/** Whether the value has the shape of a definition; each step is compared with the schema of its own type. */
export function checkShape(value: unknown): readonly FlowError[] {
  const outline = compare(FlowOutlineSchema, value, '');
  const steps = isRecord(value) && isRecord(value.steps) ? value.steps : {};
  const inside = Object.entries(steps).flatMap(([id, step]) => {
    const schema = isRecord(step) ? schemaOf(step.type) : undefined;
    return schema ? compare(schema, step, pointer('steps', id)) : [];
  });
  return [...outline, ...inside];
}

function schemaOf(type: unknown): TSchema | undefined {
  return Object.entries(stepSchemas).find(([name]) => name === type)?.[1];
}

function compare(schema: TSchema, value: unknown, base: string): FlowError[] {
  const findings = Value.Errors(schema, value);
  return findings.filter(isTelling).flatMap(finding => explain(finding, value, base));
}

/** The walker reports an unknown property, and the members of a union, once more at the level above. */
function isTelling({ keyword, schemaPath }: Finding): boolean {
  return keyword !== 'boolean' && !/\/anyOf\/\d+/.test(schemaPath);
}

function explain(finding: Finding, value: unknown, base: string): FlowError[] {
  const { keyword, instancePath, params } = finding;
  const at = base + instancePath;
  const list = (names: unknown) => (Array.isArray(names) ? names.map(String) : []);
  const details: Record<string, unknown> = { ...params };
  switch (keyword) {
    case 'required':
      return list(details.requiredProperties).map(name => flowError(at + pointer(name), 'a value', undefined));
    case 'additionalProperties':
      return list(details.additionalProperties).map(name =>
        flowError(
          at + pointer(name),
          'no property of this name',
          Value.Pointer.Get(value, instancePath + pointer(name)),
        ),
      );
    case 'enum':
      return [
        flowError(at, `one of ${list(details.allowedValues).join(', ')}`, Value.Pointer.Get(value, instancePath)),
      ];
    case 'type':
      return [flowError(at, `${String(details.type)}`, Value.Pointer.Get(value, instancePath))];
    case 'anyOf':
      return [flowError(at, 'a text, a number, true or false', Value.Pointer.Get(value, instancePath))];
    default:
      return [
        flowError(at, finding.message.replace(/^must (?:be |have )?/, ''), Value.Pointer.Get(value, instancePath)),
      ];
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
