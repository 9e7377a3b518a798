// Walks the AWS SDK for JavaScript over a running gateway: node walk.mjs MANAGEMENT_URL EXPRESS_URL; keys by environment.
import assert from "node:assert/strict";
import {
  APIGatewayClient, CreateApiKeyCommand, CreateDeploymentCommand, CreateResourceCommand, CreateRestApiCommand,
  CreateUsagePlanCommand, CreateUsagePlanKeyCommand, DeleteRestApiCommand, GetResourcesCommand, GetRestApiCommand,
  PutIntegrationCommand, PutIntegrationResponseCommand, PutMethodCommand, PutMethodResponseCommand, UpdateRestApiCommand,
  paginateGetRestApis,
} from "@aws-sdk/client-api-gateway";

const [endpoint, express] = process.argv.slice(2);
const client = new APIGatewayClient({ endpoint, region: "us-east-1" });
const send = (command) => client.send(command);

const { id: restApiId } = await send(new CreateRestApiCommand({ name: "walk", tags: { by: "node" } }));
const { items } = await send(new GetResourcesCommand({ restApiId }));
const { id: resourceId } = await send(
  new CreateResourceCommand({ restApiId, parentId: items[0].id, pathPart: "pets" }));
const method = { restApiId, resourceId, httpMethod: "GET" };
await send(new PutMethodCommand({ ...method, authorizationType: "NONE", apiKeyRequired: true }));
await send(new PutMethodResponseCommand({ ...method, statusCode: "200" }));
await send(new PutIntegrationCommand(
  { ...method, type: "MOCK", requestTemplates: { "application/json": '{"statusCode": 200}' } }));
await send(new PutIntegrationResponseCommand(
  { ...method, statusCode: "200", responseTemplates: { "application/json": '{"walked": true}' } }));
await send(new CreateDeploymentCommand({ restApiId, stageName: "dev" }));

const key = await send(new CreateApiKeyCommand({ name: "node", enabled: true }));
const plan = await send(new CreateUsagePlanCommand({ name: "node", apiStages: [{ apiId: restApiId, stage: "dev" }] }));
await send(new CreateUsagePlanKeyCommand({ usagePlanId: plan.id, keyId: key.id, keyType: "API_KEY" }));

const url = `${express}/_aws/execute-api/${restApiId}/dev/pets`;
assert.equal((await fetch(url)).status, 403);
const answer = await fetch(url, { headers: { "x-api-key": key.value } });
assert.equal(answer.status, 200);
assert.deepEqual(await answer.json(), { walked: true });

const renamed = await send(new UpdateRestApiCommand(
  { restApiId, patchOperations: [{ op: "replace", path: "/name", value: "walked" }] }));
assert.equal(renamed.name, "walked");
assert.ok(renamed.createdDate instanceof Date);
const names = [];
for await (const page of paginateGetRestApis({ client, pageSize: 1 }, {})) names.push(...page.items.map((one) => one.name));
assert.ok(names.includes("walked"));
await send(new DeleteRestApiCommand({ restApiId }));
await assert.rejects(send(new GetRestApiCommand({ restApiId })), { name: "NotFoundException" });
console.log("walked");
