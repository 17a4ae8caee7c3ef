// What a data officer asks before a meeting: where does my council stand, who is in the network, what is the council like.
import { CouncilBenchmarkDocument, CouncilProfileDocument, NetworkCouncilsDocument } from "../build/generated/graphql.js";
import { execute } from "./client.js";

/** The council's place among those around it that have a figure: 1 is the lowest. */
export async function standing(endpoint: string, council: string, region: string, indicator: string) {
  const { benchmark, council: mine } = await execute(endpoint, CouncilBenchmarkDocument, { council, region, indicator });
  if (benchmark == null || mine?.figure?.value == null) {
    return null;
  }
  const own = mine.figure.value;
  const values = benchmark.rows.flatMap((row) => (row.figure?.value == null ? [] : [row.figure.value]));
  return {
    name: mine.name,
    indicator: benchmark.indicator.name,
    period: benchmark.period.code,
    own,
    region: benchmark.region?.value ?? null,
    england: benchmark.england.value ?? null,
    rank: values.filter((value) => value < own).length + 1,
    of: values.length,
    earlier: mine.series?.points.map((point) => ({ period: point.period.code, value: point.figure.value ?? null })) ?? [],
  };
}

export async function members(endpoint: string, network: string) {
  const answer = await execute(endpoint, NetworkCouncilsDocument, { network });
  return answer.network?.members.map(({ council, from }) => ({ code: council.code, name: council.name, from })) ?? [];
}

export async function profile(endpoint: string, council: string) {
  const answer = await execute(endpoint, CouncilProfileDocument, { council });
  return answer.council ?? null;
}

/** The compiler knows the schema: each of these lines is an error, and an unused expectation would be one too. */
export async function mistakes(endpoint: string) {
  // @ts-expect-error a variable that the operation does not have
  await execute(endpoint, NetworkCouncilsDocument, { netwrok: "west-midlands" });
  const { council } = await execute(endpoint, CouncilProfileDocument, { council: "E08000031" });
  // @ts-expect-error a council may be absent
  council.name;
  // @ts-expect-error the operation does not select this field
  council?.operationalTo;
}
