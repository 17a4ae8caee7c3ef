// Who the nodes and the tasks are to Azure, and that both may fetch the image. What secrets they may read, secrets.bicep says.

@description('Region of all resources.')
param location string

@description('What names of resources begin with.')
param prefix string

@description('Container registry of this resource group that has the image.')
param registryName string

var kinds = ['nodes', 'tasks']

// AcrPull: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
var fetchImages = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '7f951dda-4ed3-4680-a7ca-43fe172d538d'
)

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = [
  for kind in kinds: {
    name: '${prefix}-${kind}'
    location: location
  }
]

resource fetch 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (kind, i) in kinds: {
    scope: registry
    name: guid(registry.id, identity[i].id, fetchImages)
    properties: {
      principalId: identity[i].properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: fetchImages
    }
  }
]

output registry string = registry.properties.loginServer
output nodes { id: string, principal: string } = {
  id: identity[0].id
  principal: identity[0].properties.principalId
}
output tasks { id: string, principal: string } = {
  id: identity[1].id
  principal: identity[1].properties.principalId
}
