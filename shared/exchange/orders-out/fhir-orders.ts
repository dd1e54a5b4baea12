import { catalogueItem, type Exam, labelOf, type OrderState } from "../../testing/index.ts";
import { type Ordered, orderNumber, sampleFor } from "./ordered.ts";

const system = (of: string): string => `urn:perennial:${of}`;

const statusOf: Readonly<Record<OrderState, string>> = {
  ordered: "active",
  collected: "active",
  resulted: "active",
  verified: "completed",
  declined: "revoked",
  deferred: "on-hold",
  passed: "revoked",
};

/**
 * Orders as a FHIR R4 collection Bundle: Patient, Encounter, a ServiceRequest per item (its requisition is the exam
 * number) and a Specimen per sample. The same orders always give the same bundle.
 */
export function fhirOrders({ id, exam, client, items, at }: Ordered) {
  const specimens = exam.samples.filter((sample) => sample.items.some((code) => items.includes(code)));
  const entries = [
    {
      resourceType: "Patient",
      id: client.number,
      identifier: [{ system: system("client"), value: client.number }],
      name: [{ text: client.name }],
      gender: client.sex,
      birthDate: client.birthDate,
    },
    {
      resourceType: "Encounter",
      id: exam.id,
      identifier: [{ system: system("exam"), value: exam.number }],
      status: exam.state === "open" ? "in-progress" : exam.state === "concluded" ? "finished" : "cancelled",
      class: { system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code: "AMB" },
      subject: reference("Patient", client.number),
      period: { start: exam.arrivedAt },
    },
    ...items.map((code) => serviceRequest(exam, client.number, code, at)),
    ...specimens.map((sample) => ({
      resourceType: "Specimen",
      id: specimenId(exam, sample.n),
      identifier: [{ system: system("sample"), value: labelOf(exam, sample.n) }],
      status: sample.state === "rejected" ? "unsatisfactory" : "available",
      type: { text: sample.tube },
      subject: reference("Patient", client.number),
      collection: { collectedDateTime: sample.at },
    })),
  ];
  return {
    resourceType: "Bundle",
    id,
    type: "collection",
    timestamp: at,
    entry: entries.map((resource) => ({
      fullUrl: `${system(resource.resourceType)}:${resource.id}`,
      resource,
    })),
  };
}

function serviceRequest(exam: Exam, client: string, code: string, at: string) {
  const item = catalogueItem(code);
  const order = exam.orders.find((one) => one.item === code);
  const sample = sampleFor(exam, code);
  const loinc = item?.loinc ? [{ system: "http://loinc.org", code: item.loinc, display: item.name.en }] : [];
  return {
    resourceType: "ServiceRequest",
    id: orderNumber(exam, code),
    identifier: [{ system: system("order"), value: orderNumber(exam, code) }],
    requisition: { system: system("exam"), value: exam.number },
    status: statusOf[order?.state ?? "ordered"],
    intent: "order",
    code: { coding: [...loinc, { system: system("item"), code }], text: item?.name.zh ?? code },
    subject: reference("Patient", client),
    encounter: reference("Encounter", exam.id),
    authoredOn: at,
    ...(sample ? { specimen: [reference("Specimen", specimenId(exam, sample.n))] } : {}),
  };
}

const specimenId = (exam: Exam, n: number): string => labelOf(exam, n);
const reference = (type: string, id: string) => ({ reference: `${system(type)}:${id}` });
