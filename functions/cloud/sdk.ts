/** How every AWS client is opened: the region, and in tests another endpoint with its own credentials. */
export interface Sdk {
  region: string;
  endpoint?: string;
  credentials?: { accessKeyId: string; secretAccessKey: string };
}

/** A connection that is not there is given up in 2 s, an answer that does not come in `seconds`. */
export const patience = (seconds: number) => ({
  connectionTimeout: 2_000,
  requestTimeout: seconds * 1_000,
  throwOnRequestTimeout: true,
});
