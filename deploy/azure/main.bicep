// Nodes of RegionalNetwork on Azure, with all that they need, in one resource group. README.md says how, and that it was never run.
targetScope = 'resourceGroup'

@description('Region of all resources; it must have availability zones.')
param location string = resourceGroup().location

@description('What names of resources begin with: small letters, and digits after the first.')
@minLength(2)
@maxLength(10)
param prefix string = 'regnet'

@description('Addresses of the virtual network: a /22 that nothing it is peered with uses.')
param addresses string = '10.20.0.0/22'

@description('Container registry of this resource group that has the image.')
param registryName string

@description('Repository and digest of the image in it, such as regional-network@sha256:...')
param image string

@description('Whether browsers and clients come from the Internet. This cannot be changed later.')
param isPublic bool = true

@description('Whether roles.sql and the task have run: the first deployment leaves the nodes out.')
param isPrepared bool = false

@description('How many nodes. One of them may always be lost.')
@minValue(2)
@maxValue(5)
param nodes int = 3

@description('Cores of each node; it has two GiB of memory for each.')
@allowed(['1', '2', '4'])
param cores string = '1'

@description('Compute size of the database. High availability needs general purpose or memory optimised.')
@allowed([
  'Standard_D2ds_v5'
  'Standard_D4ds_v5'
  'Standard_D8ds_v5'
  'Standard_E2ds_v5'
  'Standard_E4ds_v5'
  'Standard_E8ds_v5'
])
param databaseSize string = 'Standard_D2ds_v5'

@description('GiB of disk of the database. It grows by itself, and never shrinks.')
@allowed([32, 64, 128, 256, 512, 1024])
param databaseGiB int = 64

@description('Host name under which browsers and clients come.')
param hostName string

@description('Resource id of its certificate in the environment; empty until it is there.')
param certificate string = ''

@description('Tenant of Microsoft Entra ID in which the API is registered (deploy/entra).')
param entraTenant string = tenant().tenantId

@description('Application that it is registered as.')
param entraClient string

@description('Further tenants whose tokens are accepted: councils, partners.')
@maxLength(500)
param allowedTenants string[] = []

@description('Authentication context that signing in must have met, such as c1; empty for none.')
param requiredContext string = ''

@description('Address of an OTLP collector, by HTTPS; empty for none.')
param collector string = ''

@description('Days for which logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 90

@description('Password of the database\'s administrator, who runs roles.sql and nothing else.')
@secure()
param administratorPassword string

@description('Password of the role regional_network_owner: letters and digits.')
@secure()
@minLength(32)
param ownerPassword string

@description('Password of the role regional_network, which serves: letters and digits.')
@secure()
@minLength(32)
param servingPassword string

@description('What wraps the keys of cookies and people: openssl rand -base64 32. Keep it where no copy of the database is.')
@secure()
@minLength(44)
@maxLength(44)
param wrappingKey string

@description('While the wrapping key is changed: nodes and tasks get the next one too (deploy/README.md).')
param isWrappingKeyChanging bool = false

@description('The next wrapping key, while it is changed.')
@secure()
@maxLength(44)
param nextWrappingKey string = ''

@description('Client secret of the application.')
@secure()
param entraClientSecret string

@description('Whether the collector asks for headers.')
param hasCollectorHeaders bool = false

@description('What the collector asks for, such as a key: name=value, separated by commas.')
@secure()
param collectorHeaders string = ''

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${prefix}-logs'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: logDays
  }
}

module network 'network.bicep' = {
  name: 'network'
  params: {
    location: location
    prefix: prefix
    addresses: addresses
  }
}

module database 'database.bicep' = {
  name: 'database'
  params: {
    location: location
    prefix: prefix
    subnet: network.outputs.databaseSubnet
    zone: network.outputs.databaseZone
    workspace: workspace.id
    size: databaseSize
    diskGiB: databaseGiB
    administratorPassword: administratorPassword
  }
}

module identities 'identities.bicep' = {
  name: 'identities'
  params: {
    location: location
    prefix: prefix
    registryName: registryName
  }
}

var connection = 'Host=${database.outputs.host};Database=${database.outputs.database};SSL Mode=VerifyFull'

module secrets 'secrets.bicep' = {
  name: 'secrets'
  params: {
    location: location
    prefix: prefix
    subnet: network.outputs.secretsSubnet
    zone: network.outputs.secretsZone
    workspace: workspace.id
    nodes: identities.outputs.nodes.principal
    tasks: identities.outputs.tasks.principal
    secrets: concat(
      [
        { name: 'journal', isForNodes: true, isForTasks: false }
        { name: 'journal-owner', isForNodes: false, isForTasks: true }
        { name: 'wrapping-key', isForNodes: true, isForTasks: true }
        { name: 'entra-client-secret', isForNodes: true, isForTasks: false }
      ],
      isWrappingKeyChanging ? [{ name: 'wrapping-key-next', isForNodes: true, isForTasks: true }] : [],
      hasCollectorHeaders ? [{ name: 'collector-headers', isForNodes: true, isForTasks: false }] : []
    )
    values: {
      journal: '${connection};Username=regional_network;Password=${servingPassword}'
      'journal-owner': '${connection};Username=regional_network_owner;Password=${ownerPassword}'
      'wrapping-key': wrappingKey
      'wrapping-key-next': nextWrappingKey
      'entra-client-secret': entraClientSecret
      'collector-headers': collectorHeaders
    }
  }
}

module app 'nodes.bicep' = {
  name: 'nodes'
  params: {
    location: location
    prefix: prefix
    subnet: network.outputs.nodesSubnet
    subnetAddresses: network.outputs.nodesAddresses
    workspace: workspace.id
    isPublic: isPublic
    isPrepared: isPrepared
    nodes: nodes
    cores: cores
    image: '${identities.outputs.registry}/${image}'
    registry: identities.outputs.registry
    nodesIdentity: identities.outputs.nodes.id
    tasksIdentity: identities.outputs.tasks.id
    vault: secrets.outputs.vault
    isWrappingKeyChanging: isWrappingKeyChanging
    hasCollectorHeaders: hasCollectorHeaders
    hostName: hostName
    certificate: certificate
    entraTenant: entraTenant
    entraClient: entraClient
    allowedTenants: allowedTenants
    requiredContext: requiredContext
    collector: collector
  }
}

module name 'name.bicep' = if (!isPublic) {
  name: 'name'
  params: {
    domain: app.outputs.domain
    address: app.outputs.address
    network: network.outputs.network
  }
}

@description('Where roles.sql is run, by the administrator.')
output database string = '${database.outputs.administrator}@${database.outputs.host}/${database.outputs.database}'

@description('The task: az containerapp job start.')
output task string = app.outputs.task

@description('What the DNS record of the host name points to.')
output domain string = app.outputs.domain
