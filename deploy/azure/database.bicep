// PostgreSQL for the journal: private, with a synchronous standby in another zone, over TLS alone.

@description('Region of all resources.')
param location string

@description('What names of resources begin with.')
param prefix string

@description('Subnet that is delegated to flexible servers.')
param subnet string

@description('Private DNS zone in which the server gets its name.')
param zone string

@description('Where logs go.')
param workspace string

@description('Compute size. High availability needs general purpose or memory optimised.')
param size string

@description('GiB of disk. It can grow later, never shrink.')
param diskGiB int

@description('Password of the administrator who runs roles.sql and nothing else.')
@secure()
param administratorPassword string

var administrator = 'regional_network_administrator'
var database = 'regional_network'

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: take('${prefix}-journal-${uniqueString(resourceGroup().id)}', 63)
  location: location
  sku: {
    name: size
    tier: startsWith(size, 'Standard_E') ? 'MemoryOptimized' : 'GeneralPurpose'
  }
  properties: {
    // What the tests of the program run on.
    version: '15'
    administratorLogin: administrator
    administratorLoginPassword: administratorPassword
    // The program signs in by password: its connection string has no place for a token that is renewed.
    authConfig: {
      passwordAuth: 'Enabled'
      activeDirectoryAuth: 'Disabled'
    }
    storage: {
      storageSizeGB: diskGiB
      autoGrow: 'Enabled'
    }
    // Committed is what is on the disks of both.
    highAvailability: {
      mode: 'ZoneRedundant'
    }
    network: {
      delegatedSubnetResourceId: subnet
      privateDnsZoneArmResourceId: zone
      publicNetworkAccess: 'Disabled'
    }
    // As short as it can be: keys of people who were erased live on in backups.
    backup: {
      backupRetentionDays: 7
      geoRedundantBackup: 'Disabled'
    }
  }

  resource journal 'databases' = {
    name: database
    properties: {
      charset: 'UTF8'
      collation: 'en_US.utf8'
    }
  }
}

var settings = [
  {
    name: 'require_secure_transport'
    value: 'on'
  }
  {
    name: 'ssl_min_protocol_version'
    value: 'TLSv1.2'
  }
  {
    name: 'password_encryption'
    value: 'scram-sha-256'
  }
  {
    name: 'log_connections'
    value: 'on'
  }
]

// One after the other: a server takes one change at a time.
@batchSize(1)
resource setting 'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2024-08-01' = [
  for each in settings: {
    parent: server
    name: each.name
    properties: {
      value: each.value
      source: 'user-override'
    }
    dependsOn: [server::journal]
  }
]

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: server
  name: 'logs'
  properties: {
    workspaceId: workspace
    logs: [
      {
        category: 'PostgreSQLLogs'
        enabled: true
      }
    ]
  }
}

output host string = server.properties.fullyQualifiedDomainName
output database string = database
output administrator string = administrator
