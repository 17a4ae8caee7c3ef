// The vault, which nobody reaches from outside the network, and who may read which of its secrets.

@description('Region of all resources.')
param location string

@description('What names of resources begin with.')
param prefix string

@description('Subnet of the private endpoint.')
param subnet string

@description('Private DNS zone in which the vault gets its name.')
param zone string

@description('Where logs go.')
param workspace string

@description('Names of the secrets, and which of them nodes and tasks may read.')
param secrets { name: string, isForNodes: bool, isForTasks: bool }[]

@description('What each of them is, by its name.')
@secure()
param values { *: string }

@description('Principal of the identity of the nodes.')
param nodes string

@description('Principal of the identity of the tasks.')
param tasks string

// Key Vault Secrets User: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
var readSecrets = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '4633458b-17de-408a-b874-0445c86b69e6'
)

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${prefix}-${uniqueString(resourceGroup().id)}', 24)
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    // Without the wrapping key nobody is known any more: for 90 days nobody can destroy it, whoever asks.
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: 'Disabled'
    networkAcls: {
      defaultAction: 'Deny'
      // Azure Resource Manager, which writes the secrets below.
      bypass: 'AzureServices'
    }
  }
}

resource secret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = [
  for each in secrets: {
    parent: vault
    name: each.name
    properties: {
      value: values[each.name]
      contentType: 'text/plain'
    }
  }
]

resource readByNodes 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (each, i) in secrets: if (each.isForNodes) {
    scope: secret[i]
    name: guid(secret[i].id, nodes, readSecrets)
    properties: {
      principalId: nodes
      principalType: 'ServicePrincipal'
      roleDefinitionId: readSecrets
    }
  }
]

resource readByTasks 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (each, i) in secrets: if (each.isForTasks) {
    scope: secret[i]
    name: guid(secret[i].id, tasks, readSecrets)
    properties: {
      principalId: tasks
      principalType: 'ServicePrincipal'
      roleDefinitionId: readSecrets
    }
  }
]

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: '${prefix}-secrets'
  location: location
  properties: {
    subnet: {
      id: subnet
    }
    privateLinkServiceConnections: [
      {
        name: 'vault'
        properties: {
          privateLinkServiceId: vault.id
          groupIds: ['vault']
        }
      }
    ]
  }

  resource name 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: 'vault'
          properties: {
            privateDnsZoneId: zone
          }
        }
      ]
    }
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'logs'
  properties: {
    workspaceId: workspace
    logs: [
      {
        category: 'AuditEvent'
        enabled: true
      }
    ]
  }
}

output vault string = vault.properties.vaultUri
