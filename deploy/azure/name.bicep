// The name under which an environment that is not public is found inside of the network.

@description('Domain of the environment.')
param domain string

@description('Address of its ingress.')
param address string

@description('The virtual network.')
param network string

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: domain
  location: 'global'

  resource any 'A' = {
    name: '*'
    properties: {
      ttl: 300
      aRecords: [
        {
          ipv4Address: address
        }
      ]
    }
  }

  resource link 'virtualNetworkLinks' = {
    name: 'network'
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: network
      }
    }
  }
}
