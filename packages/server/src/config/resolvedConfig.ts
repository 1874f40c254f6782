import type { ServerLimits } from '../gateway/serverLimits.js';
import type { MetricsAccess } from '../http/metricsRoutes.js';
import type { ServerConfig } from '../parts.js';

/** Settings with every default filled in and every path absolute. */
export interface ResolvedConfig extends ServerConfig {
  /** The settings file. */
  readonly file: string;
  readonly port: number;
  readonly host: string;
  /** Folder of the database and of compiled articles. */
  readonly data: string;
  readonly publicUrl: string | null;
  readonly limits: ServerLimits;
  readonly trustProxy: boolean | string[];
  /** Content types that may be attached. */
  readonly fileTypes: readonly string[];
  readonly pages: string | null;
  readonly docs: string | null;
  readonly metrics: MetricsAccess;
  /** Whether a browser is opened after the start; `null`: when there is a terminal and a desktop. */
  readonly open: boolean | null;
}
