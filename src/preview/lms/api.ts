/** What a SCO finds at `window.API` (SCORM 1.2 RTE 3.3). Some LMSs do not keep to these types; `moodle` is one of them. */
export interface Scorm12Api {
  LMSInitialize(parameter: string): string;
  LMSFinish(parameter: string): string;
  LMSGetValue(element: string): string;
  LMSSetValue(element: string, value: unknown): string;
  LMSCommit(parameter: string): string;
  LMSGetLastError(): string;
  LMSGetErrorString(code: string): string;
  LMSGetDiagnostic(code: string): string;
}

export type Method = keyof Scorm12Api;

/** One call, as the log shows it. */
export interface Call {
  /** Milliseconds since 1970, when the call came in. */
  time: number;
  method: Method;
  args: readonly unknown[];
  /** What the SCO received; absent when the call threw. */
  returned?: unknown;
  /** LMSGetLastError after the call: 0 when it was taken. */
  error: number;
  /** The exception that went out of the API: a real Moodle has some. */
  thrown?: string;
  /** Milliseconds the page was frozen by a slow answer; absent when it was not. */
  waited?: number;
}
